using System.Linq.Expressions;
using Register.Domain;
using Register.Domain.Registration;
using Register.Service.Edge;
using Register.Views.FitnessToPractise;
using Sonographer.Register.V1;
using Step = Register.Domain.FitnessToPractise.CaseStage;

namespace Register.Service.FitnessToPractise;

/// <summary>What a case list is narrowed to, on a date.</summary>
internal static class CaseFilters
{
    private const int LongestSubject = 255;

    /// <summary>The conditions of a request; what is wrong with it is the reader's to say.</summary>
    public static List<Expression<Func<CaseView, bool>>> In(ListCasesRequest request, RequestReader read, DateOnly today)
    {
        var conditions = new List<Expression<Func<CaseView, bool>>>();
        if (!Enum.IsDefined(request.State))
            read.Wrong("state", "UNKNOWN_VALUE", "This value is not known.");
        if (request.State == CaseState.Open)
            conditions.Add(c => c.EndsOn == null || c.EndsOn > today);
        if (request.State == CaseState.Closed)
            conditions.Add(c => c.EndsOn <= today);
        if (request.Stage != CaseStage.Unspecified)
            conditions.AddRange(AtStage(read.Word<Step>("stage", request.Stage), today));
        if (request.Registrant.Length > 0)
        {
            var number = read.Resource<RegistrationNumber>("registrant", request.Registrant, "registrants").ToString();
            conditions.Add(c => c.Registrants.Contains(number));
        }
        if (request.Member.Length > 0)
        {
            var member = read.Line("member", request.Member, LongestSubject);
            conditions.Add(c => c.Members.Contains(member));
            conditions.Add(c => c.EndsOn == null || c.EndsOn > today || c.IsHeardForRestoration);
        }
        if (read.OptionalDate("interim_review_before", request.InterimReviewBefore) is { } interim)
            conditions.Add(c => c.InterimReviewBy < interim && c.InterimUntil >= today);
        if (read.OptionalDate("sanction_review_before", request.SanctionReviewBefore) is { } sanction)
            conditions.Add(c => c.SanctionUntil < sanction && c.SanctionUntil >= today && c.SanctionFrom <= today);
        if (request.AwaitingNotice)
            conditions.Add(c => c.AwaitsNotice);
        if (request.JoinedTo.Length > 0)
        {
            var target = read.Resource<CaseId>("joined_to", request.JoinedTo, "cases").Stream.ToString();
            conditions.Add(c => c.JoinedTo == target);
        }
        return conditions;
    }

    private static IEnumerable<Expression<Func<CaseView, bool>>> AtStage(Step stage, DateOnly today)
    {
        if (stage == Step.Closed)
            return [c => c.EndsOn <= today, c => !c.IsHeardForRestoration];
        if (stage == Step.Restoration)
            return [c => c.EndsOn <= today, c => c.IsHeardForRestoration];
        Expression<Func<CaseView, bool>> open = c => c.EndsOn == null || c.EndsOn > today;
        var word = stage.ToString();
        return stage switch
        {
            Step.Reviews => [open, c => c.SanctionFrom <= today],
            Step.Decision => [open, c => c.IsDecided, c => c.SanctionFrom == null || c.SanctionFrom > today],
            _ => [open, c => !c.IsDecided, c => c.Stage == word],
        };
    }
}
