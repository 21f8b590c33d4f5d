import Domain
import Storage

/// How much may be asked in a day: from one network, by one address, of one institution.
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

    let secrets: PortalSecrets

    /// Counts one more of each, or throws and counts none.
    func take(_ subjects: [Subject], _ connection: any SQLConnection, at now: Timestamp) throws {
        let limits = DayLimits(subject: "inquiry", secrets: secrets)
        guard try limits.take(subjects.map { ($0.key, $0.most) }, connection, at: now) else { throw InquiryError.tooMany }
    }
}
