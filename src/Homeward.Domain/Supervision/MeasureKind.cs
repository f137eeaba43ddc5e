namespace Homeward.Domain.Supervision;

public enum MeasureKind { Cdt, Crh, Cid, Mmt, Vol, Drc, AtLarge }
