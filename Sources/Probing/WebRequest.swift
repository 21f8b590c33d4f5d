import CCurl
import Foundation

/// One HTTP request by libcurl to a place that was looked at before: the name is not resolved again, no proxy is asked, no redirect followed.
enum WebRequest {
    struct Answer: Hashable, Sendable {
        /// 0 when there was none.
        var status = 0
        var body: [UInt8] = []
        /// Where the answer leads on, as a whole address.
        var location: String?
    }

    /// Once a process, before the first handle.
    private static let isReady = tremplin_curl_start() == CURLE_OK

    /// - Parameters:
    ///   - most: bytes of the body to read; no more are waited for.
    static func send(
        _ method: String, _ url: String, host: String, port: Int, at place: NetworkAddress, agent: String, seconds: Int, most: Int
    ) -> Answer {
        guard isReady, let handle = curl_easy_init() else { return Answer() }
        defer { curl_easy_cleanup(handle) }
        let collector = Collector(most: most)
        let context = Unmanaged.passRetained(collector)
        // A numeric host is its own place, and libcurl takes no other name for it.
        let pins = curl_slist_append(nil, "\(host):\(port):\(place.text)")
        let headers = curl_slist_append(nil, "Accept: text/html, text/plain;q=0.9, */*;q=0.5")
        defer {
            curl_slist_free_all(pins)
            curl_slist_free_all(headers)
            context.release()
        }
        func set(_ option: CURLoption, _ value: Int) { _ = tremplin_curl_set_long(handle, option, value) }
        func set(_ option: CURLoption, _ value: String) { _ = tremplin_curl_set_text(handle, option, value) }
        set(CURLOPT_URL, url)
        set(CURLOPT_PROTOCOLS_STR, "http,https")
        set(CURLOPT_PROXY, "")
        set(CURLOPT_FOLLOWLOCATION, 0)
        set(CURLOPT_NOSIGNAL, 1)
        set(CURLOPT_CONNECTTIMEOUT, min(10, seconds))
        set(CURLOPT_TIMEOUT, seconds)
        set(CURLOPT_USERAGENT, agent)
        set(CURLOPT_NOBODY, method == "HEAD" ? 1 : 0)
        _ = tremplin_curl_set_list(handle, CURLOPT_RESOLVE, pins)
        _ = tremplin_curl_set_list(handle, CURLOPT_HTTPHEADER, headers)
        _ = tremplin_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION, Collector.take)
        _ = tremplin_curl_set_pointer(handle, CURLOPT_WRITEDATA, context.toOpaque())
        let code = curl_easy_perform(handle)
        // Enough was read: libcurl calls that an error.
        guard code == CURLE_OK || (code == CURLE_WRITE_ERROR && collector.isFull) else { return Answer() }
        var answer = Answer(body: collector.bytes)
        _ = tremplin_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &answer.status)
        var location: UnsafeMutablePointer<CChar>?
        if tremplin_curl_get_text(handle, CURLINFO_REDIRECT_URL, &location) == CURLE_OK, let location {
            answer.location = String(cString: location)
        }
        return answer
    }

    private final class Collector {
        let most: Int
        var bytes: [UInt8] = []
        var isFull = false

        init(most: Int) { self.most = most }

        static let take: tremplin_curl_transfer = { bytes, size, count, context in
            guard let bytes, let context else { return 0 }
            let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
            let part = UnsafeRawBufferPointer(start: bytes, count: size * count)
            collector.bytes += part.prefix(max(0, collector.most - collector.bytes.count))
            guard collector.bytes.count < collector.most else {
                collector.isFull = true
                return 0
            }
            return size * count
        }
    }
}
