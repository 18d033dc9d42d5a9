using System.Linq.Expressions;
using JasperFx.Events.Projections;
using Marten;
using Register.Views.Applications;
using Register.Views.Apprenticeships;
using Register.Views.Audit;
using Register.Views.Education;
using Register.Views.FitnessToPractise;
using Register.Views.Practice;
using Register.Views.Registration;

namespace Register.Views;

/// <summary>Tells Marten which views there are.</summary>
public static class ViewRegistration
{
    /// <summary>Adds every view. They are built by the async daemon and stop on an error rather than skip an event.</summary>
    public static void UseViews(this StoreOptions options)
    {
        var views = options.Projections;
        views.Add(new ProgrammeList(), ProjectionLifecycle.Async);
        views.Add(new ApprenticeshipList(), ProjectionLifecycle.Async);
        views.Add(new ApplicationWorklist(), ProjectionLifecycle.Async);
        views.Add(new RegisterEntries(), ProjectionLifecycle.Async);
        views.Add(new CaseList(), ProjectionLifecycle.Async);
        views.Add(new PracticeRecord(), ProjectionLifecycle.Async);
        views.Add(new PreceptorshipList(), ProjectionLifecycle.Async);
        views.Add(new DepartmentList(), ProjectionLifecycle.Async);
        views.Add(new AuditHistory(), ProjectionLifecycle.Async);

        // Often enough that a view is seldom more than a moment behind, seldom enough that under load each look finds many events.
        views.FastPollingTime = TimeSpan.FromMilliseconds(50);
        views.SlowPollingTime = TimeSpan.FromMilliseconds(100);

        views.Errors.SkipApplyErrors = false;
        views.Errors.SkipSerializationErrors = false;
        views.Errors.SkipUnknownEvents = false;
        views.RebuildErrors.SkipApplyErrors = false;
        views.RebuildErrors.SkipSerializationErrors = false;
        views.RebuildErrors.SkipUnknownEvents = false;

        Index<ProgrammeView>(options, v => v.Provider);
        Index<ApprenticeshipView>(options, v => v.Provider, v => v.Stage);
        Index<ApplicationView>(options, v => v.Applicant, v => v.Stage, v => v.Route);
        Index<RegisterEntry>(options, v => v.SearchName, v => v.Application, v => v.Applicant, v => v.DueOn, v => v.RenewedFor);
        options.KeepNameIndex();
        Index<CaseView>(options, v => v.EndsOn, v => v.JoinedTo);
        Index<PracticeView>(options);
        Index<PreceptorshipView>(options, v => v.Registrant, v => v.Department);
        Index<DepartmentView>(options);
        Index<AuditEntry>(options, v => v.Actor, v => v.Type);
    }

    private static void Index<TView>(StoreOptions options, params Expression<Func<TView, object?>>[] fields) where TView : IView
    {
        var document = options.Schema.For<TView>().Index(v => v.SortKey);
        foreach (var field in fields)
            document.Index(field);
    }
}
