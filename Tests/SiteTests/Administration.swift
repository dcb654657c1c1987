import Testing

/// Stories about administrators and the policy. They run one after the other and apart from the others, since a switch
/// of the policy binds everybody.
@Suite(.serialized) struct Administration {}
