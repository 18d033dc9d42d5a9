namespace Register.Domain.Practice;

/// <summary>The tiers of the career framework. Tier, band and job title are independent facts.</summary>
public enum CareerTier
{
    Assistant = 1,
    Apprentice,
    Practitioner,
    Enhanced,
    Advanced,
    Consultant,
}

/// <summary>Agenda for Change pay bands in which sonography is done.</summary>
public enum AgendaForChangeBand
{
    Band3 = 1,
    Band4,
    Band5,
    Band6,
    Band7,
    Band8A,
    Band8B,
    Band8C,
    Band8D,
    Band9,
}

/// <summary>Where somebody practises (R23).</summary>
public enum PracticeSetting
{
    NhsAcute = 1,
    NhsCommunity,
    PrimaryCare,
    Independent,
    Screening,
    Education,
    Research,
    Other,
}

/// <summary>Regions of NHS England, and the other countries of the United Kingdom.</summary>
public enum Region
{
    London = 1,
    NorthEastAndYorkshire,
    NorthWest,
    Midlands,
    EastOfEngland,
    SouthEast,
    SouthWest,
    Scotland,
    Wales,
    NorthernIreland,
}

/// <summary>The kinds of continuing professional development that a record names.</summary>
public enum CpdKind
{
    WorkBased = 1,
    Professional,
    FormalEducation,
    SelfDirected,
    Other,
}
