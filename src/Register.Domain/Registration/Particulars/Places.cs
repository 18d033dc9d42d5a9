namespace Register.Domain.Registration;

/// <summary>A name that a registrant goes by, with the evidence an officer saw; none for the name of the application (R23).</summary>
public sealed record HeldName(string FullName, string? EvidenceReference);

/// <summary>Where a registrant lives: private (R32).</summary>
/// <param name="Country">Two capital letters, as ISO 3166-1 has them.</param>
public sealed record PostalAddress(string Line1, string? Line2, string Town, string? Postcode, string Country);

/// <summary>Where the register reaches a registrant: private (R32).</summary>
public sealed record ContactDetails(string Email, string? Phone);
