extension ControlCatalogue {
  /// The MTCR items that notes of the project link to the US or EU code of `entry`.
  ///
  /// Nobody checked the link: it tells which figures to look at, and is said wherever it is used.
  public func linkedMTCRItems(of entry: ControlEntry) -> [ControlEntry] {
    guard entry.list.id == .usCommerceControlList || entry.list.id == .euDualUse else { return [] }
    let items = mtcrItemsByCode[entry.code] ?? []
    return mtcrItems.map(\.entry).filter { items.contains($0.code) }
  }

  /// Figures for `entry` that nobody checked.
  public func unverifiedThresholds(of entry: ControlEntry) -> [ThresholdHint] {
    thresholdHints[entry.id] ?? []
  }

  /// Entries to which stated values point by themselves: every figure of one alternative is met, and
  /// they are at least two quantities, or one that few entries ask for. In the order of the lists.
  ///
  /// - Complexity: O(*n* · *m*) in the conditions of all entries and the stated values.
  public func entriesMet(by stated: StatedParameters) -> [EntryAssessment] {
    let quantities = Set(stated.stated.map(\.quantity.id))
    guard !quantities.isEmpty else { return [] }
    return allEntries.compactMap { entry in
      guard entry.parameters.contains(where: { quantities.contains($0.measured.id) }) else {
        return nil
      }
      let assessment = stated.assessment(of: entry)
      let isPointed = assessment.alternatives.contains { alternative in
        guard alternative.verdict == .met else { return false }
        let measured = alternative.conditions.compactMap(\.measured)
        return Set(measured.map(\.id)).count > 1 || measured.contains(where: \.isTelling)
      }
      return isPointed ? assessment : nil
    }
  }
}

extension ControlCatalogue {
  /// The stated values that miss a figure by a twentieth of it at most, where few entries ask for the
  /// quantity.
  public func justShort(of stated: StatedParameters) -> [StatedParameter] {
    stated.stated.filter { value in
      value.quantity.isTelling
        && allEntries.contains { entry in
          entry.parameters.contains {
            $0.measured.id == value.quantity.id && value.interval.isJustOutside($0.threshold)
          }
        }
    }
  }
}

extension AssessedCondition {
  /// What the figure measures; `nil` for a condition in words.
  public var measured: MeasuredQuantity? {
    guard case .figure(let threshold) = content else { return nil }
    return threshold.measured
  }
}
