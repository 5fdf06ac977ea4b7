import CCurl
import Glibc

/// One HTTP request and what came back: headers in memory, the body in a file.
///
/// A class because libcurl's callbacks refer to it by address while the request lasts.
final class Transfer {
  private(set) var status = 0
  private(set) var headers: [String: String] = [:]
  /// Bytes in the file: what stood there before and was continued, and what came now.
  private(set) var size = 0
  private(set) var isTooLarge = false
  private(set) var diskFault: String?

  private let path: String
  private let resumeFrom: Int
  private let limit: Int
  private let progress: (Int, Int?) -> Void
  private let begin: ([String: String]) -> Void
  private var descriptor: Int32 = -1

  /// - Parameters:
  ///   - resumeFrom: how many bytes of the file are there already.
  ///   - begin: told the headers before the first byte is written.
  init(
    path: String, resumeFrom: Int, limit: Int, begin: @escaping ([String: String]) -> Void,
    progress: @escaping (Int, Int?) -> Void
  ) {
    self.begin = begin
    self.path = path
    self.resumeFrom = resumeFrom
    self.limit = limit
    self.progress = progress
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Asks for `address` and waits for the end of the answer.
  ///
  /// Redirections are not followed: ``redirection`` has where to.
  func run(_ address: WebAddress, headers lines: [String], limits: FetchLimits) -> CURLcode {
    guard let curl = curl_easy_init() else { return CURLE_FAILED_INIT }
    defer { curl_easy_cleanup(curl) }
    var list: UnsafeMutablePointer<curl_slist>?
    defer { curl_slist_free_all(list) }
    for line in lines { list = curl_slist_append(list, line) }
    func set(_ option: CURLoption, _ value: Int) {
      _ = quivive_curl_set_long(curl, option, value)
    }
    _ = quivive_curl_set_string(curl, CURLOPT_URL, address.text)
    _ = quivive_curl_set_string(curl, CURLOPT_USERAGENT, "quivive (list update)")
    _ = quivive_curl_set_string(curl, CURLOPT_PROTOCOLS_STR, "http,https")
    _ = quivive_curl_set_pointer(curl, CURLOPT_HTTPHEADER, list)
    set(CURLOPT_FOLLOWLOCATION, 0)
    set(CURLOPT_NOSIGNAL, 1)
    set(CURLOPT_CONNECTTIMEOUT, limits.connectSeconds)
    set(CURLOPT_LOW_SPEED_LIMIT, limits.lowSpeedBytes)
    set(CURLOPT_LOW_SPEED_TIME, limits.lowSpeedSeconds)
    set(CURLOPT_TIMEOUT, limits.totalSeconds)
    let context = Unmanaged.passUnretained(self).toOpaque()
    _ = quivive_curl_set_pointer(curl, CURLOPT_HEADERDATA, context)
    _ = quivive_curl_set_write(curl, CURLOPT_HEADERFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
      Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue().takeHeader(line)
      return size * count
    }
    _ = quivive_curl_set_pointer(curl, CURLOPT_WRITEDATA, context)
    _ = quivive_curl_set_write(curl, CURLOPT_WRITEFUNCTION) { bytes, size, count, context in
      guard let bytes, let context else { return 0 }
      let body = UnsafeRawBufferPointer(start: bytes, count: size * count)
      let transfer = Unmanaged<Transfer>.fromOpaque(context).takeUnretainedValue()
      return transfer.takeBody(body) ? size * count : 0
    }
    let code = curl_easy_perform(curl)
    if code == CURLE_OK, status == 200 || status == 206 { openFile() }
    if descriptor >= 0, fsync(descriptor) != 0 { diskFault = String(cString: strerror(errno)) }
    var url: UnsafeMutablePointer<CChar>?
    if quivive_curl_get_string(curl, CURLINFO_REDIRECT_URL, &url) == CURLE_OK, let url {
      redirection = String(cString: url)
    }
    var wait: curl_off_t = 0
    if quivive_curl_get_offset(curl, CURLINFO_RETRY_AFTER, &wait) == CURLE_OK, wait > 0 {
      retryAfter = Int(wait)
    }
    return code
  }

  /// Where the publisher sends us, as a whole address.
  private(set) var redirection: String?
  private(set) var retryAfter: Int?

  /// Whether the answer continues what was there.
  private var isContinuation: Bool {
    status == 206 && (headers["content-range"] ?? "").hasPrefix("bytes \(resumeFrom)-")
  }

  private func takeHeader(_ line: UnsafeRawBufferPointer) {
    let text = String(decoding: line, as: UTF8.self)
    if text.hasPrefix("HTTP/") {
      // A new answer: an interim one may have come before.
      status = text.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
      headers = [:]
      return
    }
    guard let colon = text.firstIndex(of: ":") else { return }
    let value = text[text.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    headers[text[..<colon].lowercased()] = String(
      value.prefix { $0 != "\r" && $0 != "\n" && $0 != "\r\n" })
  }

  private func takeBody(_ body: UnsafeRawBufferPointer) -> Bool {
    // The bodies of errors and redirections are read and left.
    guard status == 200 || isContinuation else { return status != 206 }
    openFile()
    guard descriptor >= 0 else { return false }
    let total = headers["content-length"].flatMap { Int($0) }
      .map { $0 + (isContinuation ? resumeFrom : 0) }
    if size + body.count > limit || (total ?? 0) > limit {
      isTooLarge = true
      return false
    }
    var rest = body[...]
    while !rest.isEmpty {
      let written = write(
        descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        diskFault = String(cString: strerror(errno))
        return false
      }
      rest = rest.dropFirst(written)
    }
    size += body.count
    progress(size, total)
    return true
  }

  /// Opens the file when the first byte comes (or none does): from then on what was there before is
  /// either continued or gone.
  private func openFile() {
    guard descriptor < 0, diskFault == nil else { return }
    let start = isContinuation ? resumeFrom : 0
    descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
    guard descriptor >= 0, ftruncate(descriptor, start) == 0,
      lseek(descriptor, start, SEEK_SET) == start
    else {
      diskFault = String(cString: strerror(errno))
      return
    }
    size = start
    begin(headers)
  }
}
