/// The request that is being answered by the task at hand, for whoever writes to the log on its behalf.
package enum RequestScope {
    /// Its number; `nil` outside of a request. Threads of a database do not know it: take it before the work is handed to them.
    @TaskLocal package static var id: String?

    /// Under which name it stands in the log.
    package static let key = "request"
}
