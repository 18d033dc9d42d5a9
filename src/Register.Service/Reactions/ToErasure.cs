using JasperFx.Events;
using Register.Domain;
using Register.Domain.Applications;
using Register.Service.Applications;

namespace Register.Service.Reactions;

/// <summary>An erasure that was decided is carried out, also when whoever asked for it went away or the register was killed in between (R36).</summary>
public static class ToErasure
{
    public static Task Handle(IEvent<ErasureEvent.Erased> erased, Erasures erasures, CancellationToken cancellation) =>
        erasures.CarryOut(ApplicationId.Parse(StreamId.Parse(erased.StreamKey!).Id, null), cancellation);
}
