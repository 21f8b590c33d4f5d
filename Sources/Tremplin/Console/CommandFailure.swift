/// Why a command could not do what it was asked: one sentence for a person, one number for a script (as in sysexits.h).
package struct CommandFailure: Error, Hashable, Sendable {
    package enum Code: Int32, Sendable {
        /// The command itself was wrong.
        case usage = 64
        /// The data given was wrong.
        case data = 65
        /// A file that does not exist or cannot be read.
        case noInput = 66
        /// Nobody has that address.
        case noUser = 67
        /// Something the command needs is not there: the port, the database.
        case unavailable = 69
        /// A fault of the program.
        case software = 70
        /// Reading or writing failed on the way.
        case io = 74
        /// Not now: whoever asked should try again later.
        case later = 75
        /// The configuration cannot be used.
        case configuration = 78
    }

    package let code: Code
    package let sentence: String

    package init(_ code: Code, _ sentence: String) {
        self.code = code
        self.sentence = sentence
    }
}
