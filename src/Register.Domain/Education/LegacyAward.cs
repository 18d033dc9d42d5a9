using System.Collections.Frozen;

namespace Register.Domain.Education;

/// <summary>Awards of earlier days, recognised through the equivalence route only (R8).</summary>
public enum LegacyAward
{
    DiplomaInMedicalUltrasound = 1,
    CertificateInMedicalUltrasound,
    SvtAccreditedVascularScientist,
    BseAccreditation,
}

/// <summary>The legacy awards by their names (R8).</summary>
public static class LegacyAwards
{
    private static readonly FrozenDictionary<LegacyAward, string> NameByAward = new Dictionary<LegacyAward, string>
    {
        [LegacyAward.DiplomaInMedicalUltrasound] = "DMU",
        [LegacyAward.CertificateInMedicalUltrasound] = "CMU",
        [LegacyAward.SvtAccreditedVascularScientist] = "SVT Accredited Vascular Scientist",
        [LegacyAward.BseAccreditation] = "BSE",
    }.ToFrozenDictionary();

    /// <summary>The award's name, as people know it.</summary>
    public static string NameOf(LegacyAward award) => NameByAward[award];

    /// <summary>The legacy award of this name, whatever its case; null when it is none.</summary>
    public static LegacyAward? Named(string name) =>
        NameByAward.Where(n => n.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(n => (LegacyAward?)n.Key).FirstOrDefault();
}
