import Domain
package import Hummingbird
import Logging
import NIOCore
import Portal

/// What Hummingbird carries along with one request.
package struct PortalContext: RequestContext {
    package var coreContext: CoreRequestContextStorage
    /// The address of the other end of the connection.
    package let peerAddress: String
    /// The number the request goes by.
    package var requestID = ""

    package init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peerAddress = source.channel.remoteAddress?.ipAddress ?? ""
    }
}
