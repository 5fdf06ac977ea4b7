package import Decisions
package import SQLiteStore

/// What an operation asks of its caller.
package enum Permission: String, Hashable, Sendable, CaseIterable {
  /// Lists, goods, rules, catalogues: nothing about anybody's transactions.
  case consult
  /// Asking names.
  case match
  /// Screening transactions.
  case screen
  /// Reading cases, dossiers, the portfolio and the audit trail.
  case read
  /// Concluding on findings, proposing, questions, notes.
  case work
  /// Approving what another person proposed.
  case approve
  /// Keys, reloading, erasure.
  case administer
}

extension AccessRole {
  /// What the role allows.
  package var permissions: Set<Permission> {
    switch self {
    case .viewer: [.consult, .match, .read]
    case .analyst: [.consult, .match, .screen, .read, .work]
    case .approver: [.consult, .match, .screen, .read, .work, .approve]
    case .administrator: Set(Permission.allCases)
    case .service: [.consult, .match, .screen]
    }
  }
}

/// Who calls.
package struct Caller: Sendable {
  package let actor: Actor
  package let role: AccessRole
  /// The key's id; `nil` where no key is needed.
  package let key: String?
  /// The token that a form must bring back; `nil` where no browser is signed in.
  package var formToken: String?

  package init(actor: Actor, role: AccessRole, key: String?, formToken: String? = nil) {
    self.actor = actor
    self.role = role
    self.key = key
    self.formToken = formToken
  }

  package func may(_ permission: Permission) -> Bool { role.permissions.contains(permission) }
}
