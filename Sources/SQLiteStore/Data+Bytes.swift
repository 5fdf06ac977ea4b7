import Foundation

extension Foundation.Data {
  /// The bytes of a value of the database.
  static func bytes(_ data: Foundation.Data?) -> [UInt8]? { data.map { [UInt8]($0) } }
}
