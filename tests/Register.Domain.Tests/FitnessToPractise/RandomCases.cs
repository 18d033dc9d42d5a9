using CsCheck;
using Register.Domain.FitnessToPractise;
using static Register.Domain.Tests.Cast;
using static Register.Domain.Tests.FitnessToPractise.Procedure;
using CaseStep = Register.Domain.Tests.Step<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;
using Command = Register.Domain.ICommand<Register.Domain.FitnessToPractise.CaseState, Register.Domain.FitnessToPractise.CaseEvent>;

namespace Register.Domain.Tests.FitnessToPractise;

/// <summary>Random cases: most go the way a case goes, and at any moment somebody does something out of turn.</summary>
internal static class RandomCases
{
    private static readonly Actor Investigator = new("investigator", Roles.FtpOfficer);

    private static readonly DateOnly First = Day("2026-01-01");

    private static readonly Gen<DateOnly> Days = Gen.Int[0, 2500].Select(First.AddDays);

    private static readonly Gen<Ground> Grounds = Gen.OneOf(
        Ground.Misconduct, Ground.LackOfCompetence, Ground.Health, Ground.IncorrectOrFraudulentEntry, Ground.DeterminationByAnotherBody);

    private static readonly Gen<SanctionTerms> Terms = Gen.OneOf(
        Caution, Conditions, Suspension, Suspension with { Months = 3 }, StrikingOff, new SanctionTerms(SanctionKind.EntryRemoval, null, "Removed."));

    private static readonly Gen<Actor> Anybody = Gen.OneOf(
        FtpOfficer, FtpOfficer, Investigator, Amara, Panel("ic-1"), Panel("ic-2"), Chair, Second, Third, ReviewChair, ReviewSecond, Panel("panel-9"));

    /// <summary>Anything that anybody might try, on any day.</summary>
    public static readonly Gen<CaseStep> OutOfTurn =
        from command in Gen.Frequency<Command>(
            (4, Gen.Select(Gen.Enum<InterimOrderKind>(), Days, (k, d) => (Command)new ImposeInterimOrder(Id, k, d, "Text."))),
            (2, Gen.Const<Command>(new RevokeInterimOrder(Id))),
            (2, Gen.Select(Days, d => (Command)new ReviewInterimOrder(Id, InterimReviewOutcome.Vary, new(InterimOrderKind.Conditions, d, "Varied."), "Seen."))),
            (2, Gen.OneOf(InterimReviewOutcome.Continue, InterimReviewOutcome.Revoke).Select(o => (Command)new ReviewInterimOrder(Id, o, null, "Seen."))),
            (2, Days.Select(d => (Command)new ExtendInterimOrder(Id, d, $"CO/{d:yyyy}"))),
            (2, Gen.Select(Gen.Enum<DecisionOccasion>(), Gen.Enum<DecisionOutcome>(), Terms.Null(), (o, w, t) => (Command)new RecordDecision(Id, o, w, t, "Text."))),
            (2, Gen.Int[1, 4].Select(n => (Command)new ConfirmDecision(Id, n))),
            (1, Days.Select(d => (Command)new ServeNotice(Id, d))),
            (2, Gen.Const<Command>(new LodgeSanctionAppeal(Id, "Too much.", null))),
            (2, Gen.Select(Gen.Int[1, 3], Gen.OneOf(First.AddDays(115), First.AddDays(130)), (n, d) => (Command)new LodgeSanctionAppeal(Id, "In time.", d, n))),
            (2, Gen.Select(Gen.Enum<SanctionAppealOutcome>(), Days, Terms, (o, d, t) =>
                (Command)new DisposeSanctionAppeal(Id, o, d, "Ref.", o == SanctionAppealOutcome.Varied ? t : null))),
            (1, Gen.Const<Command>(new RecordRemovalAgreement(Id, "Retired.", "Removed."))),
            (1, Gen.Const<Command>(new ConfirmRemovalAgreement(Id))),
            (1, Gen.Const<Command>(new AttachRegistrant(Id, Named(13, "amara-2")))),
            (1, Gen.OneOf<Command>(
                new CloseCase(Id, "Over."),
                new TriageCase(Id, ThresholdMet: false, "Nothing in it."),
                new DecideCaseToAnswer(Id, null, "No case."),
                new ReopenCase(Id, Ground.Misconduct, "Again.", Day("2026-04-01")))))
        from daysLater in Gen.Int[0, 120]
        from who in Anybody
        select new CaseStep(command, daysLater, who);

    /// <summary>What happens one after the other in a case that goes its way, in so many days each.</summary>
    private static readonly Gen<CaseStep[]> InTurn =
        from ground in Grounds
        from health in Gen.Bool
        from terms in Terms
        from outcome in Gen.Frequency((1, DecisionOutcome.NoAction), (6, DecisionOutcome.Sanction))
        from first in Gen.OneOf(Suspension, Conditions, terms)
        from appeals in Gen.Frequency((2, false), (1, true))
        from appeal in Gen.Enum<SanctionAppealOutcome>()
        from occasion in Gen.OneOf(DecisionOccasion.MandatoryReview, DecisionOccasion.EarlyReview)
        from reviewed in Gen.OneOf(DecisionOutcome.NoAction, DecisionOutcome.Sanction, DecisionOutcome.Sanction, DecisionOutcome.Vary, DecisionOutcome.Revoke)
        from later in Gen.OneOf(Suspension, Conditions, StrikingOff, Caution)
        from reviewIn in Gen.Int[20, 800]
        from again in Gen.OneOf(DecisionOutcome.NoAction, DecisionOutcome.Sanction)
        let kind = health ? CommitteeKind.Health : CommitteeKind.ConductAndCompetence
        let imposed = ground == Ground.IncorrectOrFraudulentEntry ? new(SanctionKind.EntryRemoval, null, "Removed.") : first
        let chair = ground == Ground.IncorrectOrFraudulentEntry ? Panel("ic-1") : Chair
        let second = ground == Ground.IncorrectOrFraudulentEntry ? Panel("ic-2") : Second
        let hearing = First.AddDays(100)
        let reviewTerms = reviewed switch
        {
            DecisionOutcome.Sanction => later,
            DecisionOutcome.Vary => imposed with { Months = null, PublicText = "Varied." },
            _ => null,
        }
        select (CaseStep[])
        [
            new(new RaiseConcern(Id, Cases.Registrant, ground, "Text.", Day("2025-12-31")), 0, FtpOfficer),
            new(new TriageCase(Id, ThresholdMet: true, "Serious."), 1, FtpOfficer),
            new(new ReportInvestigation(Id, "Allegations."), 10, Investigator),
            new(new ConveneCommittee(Id, CommitteeKind.Investigating, Investigators, "ic-1"), 5, FtpOfficer),
            new(new DecideCaseToAnswer(Id, kind, "A case."), 5, Panel("ic-1")),
            new(new ConveneCommittee(Id, kind, Members, "panel-1"), 5, FtpOfficer),
            new(new ScheduleHearing(Id, hearing, "Allegations."), 5, FtpOfficer),
            new(new RecordDecision(Id, DecisionOccasion.Hearing, outcome, outcome == DecisionOutcome.Sanction ? imposed : null, "Proved."), 80, chair),
            new(new ConfirmDecision(Id, 1), 0, second),
            new(new ServeNotice(Id, First.AddDays(111)), 0, FtpOfficer),
            new(appeals ? new LodgeSanctionAppeal(Id, "Too much.", null) : new ConfirmDecision(Id, 1), 10, Amara),
            new(new DisposeSanctionAppeal(Id, appeal, First.AddDays(160), "Ref.", appeal == SanctionAppealOutcome.Varied ? imposed : null), 50, FtpOfficer),
            new(new ConveneCommittee(Id, kind, Reviewers, "review-1"), reviewIn, FtpOfficer),
            new(new RecordDecision(Id, occasion, reviewed, reviewTerms, "Reviewed."), 0, ReviewChair),
            new(new ConfirmDecision(Id, 2), 0, ReviewSecond),
            new(new ServeNotice(Id, First.AddDays(171 + reviewIn)), 0, FtpOfficer),
            new(new LodgeSanctionAppeal(Id, "Still too much.", null), 5, Amara),
            new(new DisposeSanctionAppeal(Id, appeal, First.AddDays(251 + reviewIn), "Ref.", appeal == SanctionAppealOutcome.Varied ? later : null), 75, FtpOfficer),
            new(new ConveneCommittee(Id, kind, ["again-1", "again-2", "again-3"], "again-1"), 1, FtpOfficer),
            new(new RecordDecision(Id, DecisionOccasion.MandatoryReview, again, again == DecisionOutcome.Sanction ? Conditions : null, "Reviewed again."), 400, Panel("again-1")),
            new(new ConfirmDecision(Id, 3), 0, Panel("again-2")),
        ];

    /// <summary>A case that ends with no case to answer and is reopened.</summary>
    private static readonly Gen<CaseStep[]> Reopened =
        from ground in Grounds
        from reopenedAfter in Gen.Int[0, 1200]
        select (CaseStep[])
        [
            new(new RaiseConcern(Id, Cases.Registrant, ground, "Text.", Day("2025-12-31")), 0, FtpOfficer),
            new(new TriageCase(Id, ThresholdMet: true, "Serious."), 1, FtpOfficer),
            new(new ReportInvestigation(Id, "Allegations."), 10, Investigator),
            new(new ConveneCommittee(Id, CommitteeKind.Investigating, Investigators, "ic-1"), 5, FtpOfficer),
            new(new DecideCaseToAnswer(Id, null, "No case."), 5, Panel("ic-1")),
            new(new ReopenCase(Id, Ground.Misconduct, "Again.", First.AddDays(21 + reopenedAfter)), reopenedAfter, FtpOfficer),
            new(new ReportInvestigation(Id, "Allegations."), 10, Investigator),
            new(new ConveneCommittee(Id, CommitteeKind.Investigating, Members, "panel-1"), 5, FtpOfficer),
            new(new DecideCaseToAnswer(Id, null, "No case."), 5, Chair),
        ];

    /// <summary>The steps in turn, each followed by so many out of turn.</summary>
    public static readonly Gen<CaseStep[]> All =
        from inTurn in Gen.Frequency((5, InTurn), (1, Reopened))
        from until in Gen.Int[1, inTurn.Length]
        from strays in Gen.Frequency((3, Gen.Const<CaseStep[]>([])), (1, OutOfTurn.Array[1, 3])).Array[until]
        from rest in OutOfTurn.Array[0, 10]
        select (CaseStep[])[.. inTurn.Take(until).Zip(strays, (step, stray) => (CaseStep[])[step, .. stray]).SelectMany(s => s), .. rest];
}
