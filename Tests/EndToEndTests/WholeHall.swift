import Testing

/// Each of these tests needs the whole machine for itself: they run one after the other.
@Suite(.serialized)
enum WholeHall {}
