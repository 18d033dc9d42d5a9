namespace Register.Domain.Education;

/// <summary>What a sonographer scans.</summary>
public enum PracticeArea
{
    GeneralMedical = 1,
    Abdominal,
    Gynaecology,
    Obstetric,
    Vascular,
    Musculoskeletal,
    Breast,
    Cardiac,
    HeadAndNeck,
    Paediatric,
    SmallParts,
    Thoracic,
    Interventional,
}

/// <summary>A whole programme or one focused course (R5).</summary>
public enum AwardKind
{
    Programme = 1,
    FocusedCourse,
}
