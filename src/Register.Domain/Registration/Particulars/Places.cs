namespace Register.Domain.Registration;

/// <summary>A name that a registrant goes by, with the evidence an officer saw; none for the name of the application (R23).</summary>
public sealed record HeldName([Personal] string FullName, [Personal] string? EvidenceReference);

/// <summary>Where a registrant lives: private (R32).</summary>
/// <param name="Country">Two capital letters, as ISO 3166-1 has them.</param>
public sealed record PostalAddress([Personal] string Line1, [Personal] string? Line2, [Personal] string Town, [Personal] string? Postcode, string Country);

/// <summary>Where the register reaches a registrant: private (R32).</summary>
public sealed record ContactDetails([Personal] string Email, [Personal] string? Phone);
