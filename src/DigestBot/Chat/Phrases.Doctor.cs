namespace DigestBot.Chat;

// What the doctor finds and advises.
internal sealed partial class Phrases
{
    public string DoctorAllWell => Say();

    public string DoctorProblems(long count) => Say([count]);

    public string DoctorConfigurationOk => Say();

    public string DoctorConfigurationRemedy => Say();

    public string DoctorStoreOk(string provider, string location) => Say([provider, location]);

    public string DoctorStoreRemedy => Say();

    public string DoctorWritableOk => Say();

    public string DoctorWritableBad(string folder) => Say([folder]);

    public string DoctorWritableRemedy => Say();

    public string DoctorDisk(long megabytes) => Say([megabytes]);

    public string DoctorDiskUnknown => Say();

    public string DoctorDiskRemedy(long megabytes) => Say([megabytes]);

    public string DoctorClock(string moment) => Say([moment]);

    public string DoctorClockRemedy => Say();

    public string DoctorZonesOk => Say();

    public string DoctorZonesBad(string zone) => Say([zone]);

    public string DoctorZonesRemedy => Say();

    public string DoctorIndexOk => Say();

    public string DoctorIndexBad(long articles) => Say([articles]);

    public string DoctorIndexRemedy => Say();

    public string DoctorSourcesOk(long sources) => Say([sources]);

    public string DoctorSourcesBad(string name, string why) => Say([name, why]);

    public string DoctorSourcesRemedy(string id) => Say([id]);

    public string DoctorSamplesOk => Say();

    public string DoctorSamplesBad => Say();

    public string DoctorSamplesRemedy => Say();

    public string DoctorSchedulesOk(long schedules) => Say([schedules]);

    public string DoctorSchedulesParked(string name, string channel, string reason) => Say([name, channel, reason]);

    public string DoctorSchedulesParkedRemedy(string command) => Say([command]);

    public string DoctorSchedulesZone(string name, string zone) => Say([name, zone]);

    public string DoctorSchedulesZoneRemedy(string command) => Say([command]);

    public string DoctorOutboxOk => Say();

    public string DoctorOutboxBad(long dead, string reason) => Say([dead, reason]);

    public string DoctorOutboxRemedy => Say();

    public string DoctorCheckFailed(string error) => Say([error]);

    public string DoctorCheckRemedy => Say();
}
