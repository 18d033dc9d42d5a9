namespace Register.Service.Tests.EventStore.StandIn;

/// <summary>What a stand-in does to an append.</summary>
internal enum AppendFault
{
    None,

    /// <summary>The connection breaks before anything is stored.</summary>
    DroppedBefore,

    /// <summary>The connection breaks when everything is stored, before the answer.</summary>
    DroppedAfter,

    /// <summary>The server gives up on the write, which was not made.</summary>
    TimedOutBefore,

    /// <summary>The server gives up on the write, which was made.</summary>
    TimedOutAfter,

    /// <summary>A deadline on the way is over, nothing stored.</summary>
    DeadlineBefore,

    /// <summary>A deadline on the way is over, everything stored.</summary>
    DeadlineAfter,

    /// <summary>Everything stored, and no answer at all.</summary>
    Silent,

    /// <summary>The server says it is not ready, and stores it all the same a moment later.</summary>
    StoredLate,

    /// <summary>Another node leads from now on, and this one says which.</summary>
    LeaderMoved,

    /// <summary>There is an election: nobody leads this time.</summary>
    NoLeader,

    /// <summary>The leader dies before anything is stored, and another takes over.</summary>
    DiedBefore,

    /// <summary>The leader dies when everything is stored, before the answer, and another takes over.</summary>
    DiedAfter,
}

/// <summary>What a stand-in does when it delivers an event to a subscriber.</summary>
internal enum DeliveryFault
{
    None,

    /// <summary>Sends it twice.</summary>
    Twice,

    /// <summary>Breaks the connection instead.</summary>
    Dropped,

    /// <summary>Ends the subscription instead, for a consumer that is too slow.</summary>
    ConsumerTooSlow,

    /// <summary>The node dies instead, and another takes over.</summary>
    Died,
}
