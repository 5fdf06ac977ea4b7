import ArgumentParser
import Hummingbird
import HummingbirdTLS
import WebService

@main
struct QuiviveServe: AsyncParsableCommand {
  func run() async throws {
    let router = Router()
    HealthRoutes.add(to: router)
    let app = Application(router: router)
    try await app.runService()
  }
}
