using Register.Domain.Practice;
using Register.Domain.Registration;
using Register.Service.Edge;

namespace Register.Service.Practice;

/// <summary>Fields of this context's own kinds.</summary>
internal static class PracticeFields
{
    private const double Largest = 1_000_000;

    /// <summary>The registration number in registrants/{registration number}.</summary>
    public static RegistrationNumber Registrant(this RequestReader read, string value, string field = "registrant") =>
        read.Resource<RegistrationNumber>(field, value, "registrants");

    /// <summary>An ODS code.</summary>
    public static OdsCode OdsCode(this RequestReader read, string field, string value)
    {
        if (!Domain.Practice.OdsCode.TryParse(value, null, out var code))
            read.Wrong(field, value.Length == 0 ? "REQUIRED" : "NOT_AN_ODS_CODE", "An ODS code is 3 to 10 capital letters and digits, as in RR8.");
        return code;
    }

    /// <summary>A number of hours or a share.</summary>
    public static decimal Decimal(this RequestReader read, string field, double value)
    {
        if (double.IsFinite(value) && Math.Abs(value) <= Largest)
            return (decimal)value;
        read.Wrong(field, "NOT_A_NUMBER", "This is not a number that makes sense here.");
        return 0;
    }
}
