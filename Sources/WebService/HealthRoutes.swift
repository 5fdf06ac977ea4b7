public import Hummingbird

/// What answers without a key: whether the service runs.
public enum HealthRoutes {
  public static func add(to router: Router<BasicRequestContext>) {
    router.get("healthz") { _, _ in "{\"status\":\"ok\"}" }
  }
}
