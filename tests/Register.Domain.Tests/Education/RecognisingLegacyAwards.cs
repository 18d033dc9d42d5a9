using Register.Domain.Education;

namespace Register.Domain.Tests.Education;

public sealed class RecognisingLegacyAwards
{
    public static TheoryData<LegacyAward> All => [.. Enum.GetValues<LegacyAward>()];

    [Theory] // R8
    [MemberData(nameof(All))]
    public void A_legacy_award_is_not_on_the_uk_approved_route(LegacyAward award)
    {
        var rejection = Assert.Single(Qualification.Shortfalls(award));
        Assert.Equal("LEGACY_AWARD", rejection.Code);
        Assert.Contains(LegacyAwards.NameOf(award), rejection.Message, StringComparison.Ordinal);
    }

    [Theory] // R8
    [InlineData("DMU", LegacyAward.DiplomaInMedicalUltrasound)]
    [InlineData("cmu", LegacyAward.CertificateInMedicalUltrasound)]
    [InlineData("SVT Accredited Vascular Scientist", LegacyAward.SvtAccreditedVascularScientist)]
    [InlineData("BSE", LegacyAward.BseAccreditation)]
    [InlineData("PgDip", null)]
    [InlineData("", null)]
    public void A_legacy_award_is_known_by_its_name(string name, LegacyAward? award) => Assert.Equal(award, LegacyAwards.Named(name));
}
