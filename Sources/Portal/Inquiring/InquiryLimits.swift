import Domain
import Storage

/// How much may be asked in a day: from one network, by one address, of one institution. Counted under keyed hashes like sign-ins, so that
/// nobody can read out of the database who asked.
struct InquiryLimits: Sendable {
    enum Subject: Sendable {
        /// Drafts begun.
        case drafts(network: String)
        /// Sent off for confirmation.
        case network(String)
        case address(EmailAddress)
        case institution(Institution.ID)
        /// Messages about one delivery.
        case delivery(Delivery.ID)

        fileprivate var key: String {
            switch self {
            case .drafts(let network): "drafts \(network)"
            case .network(let network): "network \(network)"
            case .address(let address): "address \(address)"
            case .institution(let institution): "institution \(institution)"
            case .delivery(let delivery): "delivery \(delivery)"
            }
        }

        /// Far above what people do, far below what a program could: an office behind one network may have several people who ask.
        fileprivate var most: Int {
            switch self {
            case .drafts: 60
            case .network: 20
            case .address: 10
            case .institution: 300
            case .delivery: 40
            }
        }
    }

    private static let day = Int64(86_400_000)

    let secrets: PortalSecrets

    /// Counts one more of each, or throws and counts none.
    func take(_ subjects: [Subject], _ connection: any SQLConnection, at now: Timestamp) throws {
        // In one order everywhere: two transactions never wait for each other in a circle.
        let counters = subjects.map { (key: secrets.hash("inquiry " + $0.key, for: .attempts), most: $0.most) }.sorted { $0.key < $1.key }
        for counter in counters {
            let (count, since) = try connection.lockAttempts(counter.key, at: now)
            guard count < counter.most else { throw InquiryError.tooMany }
            // The day begins with the first one.
            let start = count == 0 ? now : since
            try connection.setAttempts(counter.key, count + 1, at: start, until: start.later(Self.day))
        }
    }
}
