package io.chihiro.door;

import java.util.Map;

/// What a service answers to a [ReplayCall]: what stays where it is, and why.
///
/// @param left sentences by id
public record ReplayOutcome(Map<String, String> left) {}
