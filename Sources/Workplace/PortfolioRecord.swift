package import FileFormats
package import Rescreening
package import SQLiteStore

/// A record of the portfolio as JSON.
package enum PortfolioRecord {
  /// A line of JSON: a party, a removal, or what is wrong with it.
  package static func line(_ bytes: [UInt8]) -> PortfolioStore.Line {
    do {
      return try line(JSONParser.parse(bytes))
    } catch let error as PortfolioRecordError {
      return rejected(bytes, error.description)
    } catch let error as FileFormatError {
      return rejected(bytes, error.message)
    } catch {
      return rejected(bytes, "\(error)")
    }
  }

  package static func line(_ json: JSONValue) throws(PortfolioRecordError) -> PortfolioStore.Line {
    if json["removed"]?.bool == true, let id = json["id"]?.string { return .removal(id: id) }
    return .party(try PortfolioParty(json))
  }

  package static func rejected(_ bytes: [UInt8], _ problem: String) -> PortfolioStore.Line {
    // It may be whole JSON that only says too little: then its id leads back to it.
    let id = (try? JSONParser.parse(bytes))?["id"]?.string
    return .rejected(id: id, problem: problem, content: bytes)
  }
}
