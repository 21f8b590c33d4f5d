import ArgumentParser
import Domain

/// `--lang en`
extension Language: ExpressibleByArgument {}
