using System.Reflection;
using Domain = Register.Domain;
using Proto = Sonographer.Register.V1;

namespace Register.Service.Tests.Architecture;

/// <summary>Names are the same in the contract and in the domain, number by number.</summary>
public sealed class WordsTests
{
    public static TheoryData<Type, Type> Pairs => new()
    {
        { typeof(Domain.Education.PracticeArea), typeof(Proto.PracticeArea) },
        { typeof(Domain.Education.AwardKind), typeof(Proto.AwardKind) },
        { typeof(Domain.Education.ConditionOutcome), typeof(Proto.ConditionOutcome) },
        { typeof(Domain.Education.PassListOutcome), typeof(Proto.PassListOutcome) },
        { typeof(Domain.Education.PassListState), typeof(Proto.PassListState) },
        { typeof(Domain.Apprenticeships.ApprenticeshipStage), typeof(Proto.ApprenticeshipState) },
        { typeof(Domain.Apprenticeships.AssessmentOutcome), typeof(Proto.AssessmentOutcome) },
        { typeof(Domain.Applications.EntryRoute), typeof(Proto.EntryRoute) },
        { typeof(Domain.Applications.EvidenceKind), typeof(Proto.EvidenceKind) },
        { typeof(Domain.Applications.ApplicationStage), typeof(Proto.ApplicationState) },
        { typeof(Domain.Applications.Finding), typeof(Proto.Finding) },
        { typeof(Domain.Applications.CompensationMeasure), typeof(Proto.CompensationMeasure) },
        { typeof(Domain.Applications.AppealOutcome), typeof(Proto.AppealOutcome) },
        { typeof(Domain.Education.LegacyAward), typeof(Proto.LegacyAward) },
        { typeof(Domain.Applications.VoluntaryRegister), typeof(Proto.VoluntaryRegister) },
        { typeof(Domain.Registration.Tenure.UpdatingKind), typeof(Proto.UpdatingKind) },
        { typeof(Domain.Documents.MediaType), typeof(Proto.MediaType) },
        { typeof(Domain.Registration.StatusWord), typeof(Proto.RegistrationStatus) },
        { typeof(Domain.Registration.NotRegisteredReason), typeof(Proto.NotRegisteredReason) },
        { typeof(Domain.Registration.AnnotationKind), typeof(Proto.AnnotationKind) },
        { typeof(Domain.Registration.StatutoryBody), typeof(Proto.StatutoryBody) },
        { typeof(Domain.Registration.OtherRegistrationStatus), typeof(Proto.OtherRegistrationStatus) },
        { typeof(Domain.Registration.Tenure.WayOut), typeof(Proto.WayOut) },
        { typeof(Domain.Registration.Tenure.WayBack), typeof(Proto.WayBack) },
        { typeof(Domain.Registration.Tenure.NoticeKind), typeof(Proto.NoticeKind) },
        { typeof(Domain.Registration.Tenure.CpdOutcome), typeof(Proto.CpdOutcome) },
        { typeof(Domain.FitnessToPractise.Ground), typeof(Proto.Ground) },
        { typeof(Domain.FitnessToPractise.InterimOrderKind), typeof(Proto.InterimOrderKind) },
        { typeof(Domain.FitnessToPractise.ConcernSource), typeof(Proto.ConcernSource) },
        { typeof(Domain.FitnessToPractise.CaseStage), typeof(Proto.CaseStage) },
        { typeof(Domain.FitnessToPractise.ClosedAs), typeof(Proto.ClosedAs) },
        { typeof(Domain.FitnessToPractise.CommitteeKind), typeof(Proto.CommitteeKind) },
        { typeof(Domain.FitnessToPractise.InterimReviewOutcome), typeof(Proto.InterimReviewOutcome) },
        { typeof(Domain.FitnessToPractise.SanctionKind), typeof(Proto.SanctionKind) },
        { typeof(Domain.FitnessToPractise.DecisionOccasion), typeof(Proto.DecisionOccasion) },
        { typeof(Domain.FitnessToPractise.DecisionOutcome), typeof(Proto.DecisionOutcome) },
        { typeof(Domain.FitnessToPractise.SanctionAppealOutcome), typeof(Proto.SanctionAppealOutcome) },
        { typeof(Domain.Practice.CareerTier), typeof(Proto.CareerTier) },
        { typeof(Domain.Practice.AgendaForChangeBand), typeof(Proto.AgendaForChangeBand) },
        { typeof(Domain.Practice.PracticeSetting), typeof(Proto.PracticeSetting) },
        { typeof(Domain.Practice.Region), typeof(Proto.Region) },
        { typeof(Domain.Practice.CpdKind), typeof(Proto.CpdKind) },
        { typeof(Domain.Evidence.EvidenceDimension), typeof(Proto.EvidenceDimension) },
        { typeof(Domain.Evidence.EvidenceSubject), typeof(Proto.EvidenceSubject) },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_contract_and_the_domain_number_their_words_alike(Type domain, Type proto) =>
        Assert.Equal(Words(proto), Words(domain));

    private static IEnumerable<(int, string)> Words(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(f => ((int)f.GetValue(null)!, f.Name))
        .Where(w => w.Item1 != 0)
        .Order();
}
