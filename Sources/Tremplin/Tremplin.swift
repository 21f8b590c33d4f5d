import Foundation

/// The program's beginning: hands the command line over, and ends with the number a script can read.
@main
enum Tremplin {
    static func main() async {
        let code = await Invocation(
            arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment, console: .standard
        ).run()
        exit(code)
    }
}
