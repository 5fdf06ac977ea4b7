public import ArgumentParser
public import Listings

extension ListID: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
