namespace Register.Domain.Registration.Tenure;

/// <summary>The ways out and back in words, for those who are told of them.</summary>
internal static class Words
{
    public static string Of(WayOut way) => way switch
    {
        WayOut.Lapsed => "a lapse",
        WayOut.VoluntaryRemoval => "a voluntary removal",
        WayOut.RemovedByAgreement => "a removal by agreement",
        WayOut.StruckOff => "a striking off",
        WayOut.EntryRemoved => "the removal of the entry",
        WayOut.CpdRemoval => "a removal for CPD",
        _ => "a death",
    };

    public static string Of(WayBack way) => way switch
    {
        WayBack.ShortReadmission => "short readmission",
        WayBack.Readmission => "readmission",
        _ => "restoration",
    };
}
