namespace DigestBot.Chat;

// Sentences about schedules and their runs.
internal sealed partial class Phrases
{
    public string SchedulesFound(long schedules) => Say([schedules]);

    public string SchedulesNone => Say();

    public string ScheduleAdded(string name) => Say([name]);

    public string ScheduleChanged(string name) => Say([name]);

    public string ScheduleNowPaused(string name) => Say([name]);

    public string ScheduleResumed(string name) => Say([name]);

    public string ScheduleSkips(string name) => Say([name]);

    public string ScheduleSkipsNot(string name) => Say([name]);

    public string ScheduleRemoved(string name) => Say([name]);

    public string ScheduleRunsNow(string name, string channel) => Say([name, channel]);

    public string ScheduleRunWaits(string name, string channel) => Say([name, channel]);

    public string ScheduleUnknown(string name, string command) => Say([name, command]);

    public string ScheduleUnknownGuess(string name, string guess) => Say([name, guess]);

    public string ScheduleWhich(string command) => Say([command]);

    public string ScheduleManagersOnly => Say();

    public string ScheduleNotOnSamples => Say();

    public string ScheduleChannelNotYours(string channel) => Say([channel]);

    public string ScheduleChannelMissing(string example) => Say([example]);

    public string ScheduleNameTaken(string name, string command) => Say([name, command]);

    public string SchedulesTooMany(long limit) => Say([limit]);

    public string TopicsTooMany(long limit) => Say([limit]);

    public string ScheduleGone(string name) => Say([name]);

    public string ScheduleTimeMissing(string command) => Say([command]);

    public string ScheduleNothingToChange(string command) => Say([command]);

    public string ScheduleTimesUnreadable(string text) => Say([text]);

    public string ScheduleTimesTooMany(long most) => Say([most]);

    public string ScheduleTimesGuess(string text, string times) => Say([text, times]);

    public string ScheduleDaysGuess(string text, string days) => Say([text, days]);

    public string ScheduleZoneOffset(string text) => Say([text]);

    public string ScheduleDaysUnreadable(string text) => Say([text]);

    public string ScheduleZoneUnreadable(string text) => Say([text]);

    public string ScheduleZoneGuess(string text, string names) => Say([text, names]);

    public string ScheduleNameTooLong(long most, long length) => Say([most, length]);

    public string ScheduleNameEmpty(string text) => Say([text]);

    public string ScheduleStoriesUnreadable(long least, long most, string text) => Say([least, most, text]);

    public string ScheduleIfEmptyUnreadable(string text) => Say([text]);

    public string ScheduleCatchUpUnreadable(string text) => Say([text]);

    public string ScheduleQuietUnreadable(string text) => Say([text]);

    public string ScheduleInQuietHours(string time, string quiet) => Say([time, quiet]);

    public string ScheduleRoleUnreadable(string text) => Say([text]);

    public string ScheduleSubject(string topic) => Say([topic]);

    public string ScheduleWhen(string days, string times, string zone) => Say([days, times, zone]);

    public string ScheduleWhere(string channel) => Say([channel]);

    public string ScheduleNext(string moment) => Say([moment]);

    public string ScheduleNextNone => Say();

    public string ScheduleNextPaused => Say();

    public string ScheduleStateOn => Say();

    public string ScheduleStatePaused => Say();

    public string ScheduleStateSkips => Say();

    public string ScheduleStateParked => Say();

    public string ScheduleParked(string reason) => Say([reason]);

    public string ScheduleStories(long stories) => Say([stories]);

    public string ScheduleEmptySkip => Say();

    public string ScheduleEmptyPost => Say();

    public string ScheduleCatchUp(string span) => Say([span]);

    public string ScheduleCatchUpNone => Say();

    public string ScheduleQuiet(string quiet) => Say([quiet]);

    public string ScheduleMention(string role) => Say([role]);

    public string DaysDaily => Say();

    public string DaysWorkdays => Say();

    public string DaysWeekend => Say();

    public string PreviewHeading(string name) => Say([name]);

    public string PreviewNone(string name) => Say([name]);

    public string PreviewLeftOut => Say();

    public string PreviewPaused => Say();

    public string PreviewMissing(string time) => Say([time]);

    public string PreviewTwice(string time) => Say([time]);

    public string ClockForward(string zone, string date, string from, string to) => Say([zone, date, from, to]);

    public string ClockBack(string zone, string date, string from, string to) => Say([zone, date, from, to]);

    public string ClockStays => Say();

    public string HistoryHeading(string name) => Say([name]);

    public string HistoryNone(string name) => Say([name]);

    public string RunByHand => Say();

    public string RunDue => Say();

    public string RunRetrying(string problem) => Say([problem]);

    public string RunQueued(long delivered, long parts) => Say([delivered, parts]);

    public string RunDelivered => Say();

    public string RunDeliveredParts(long parts) => Say([parts]);

    public string RunLate => Say();

    public string RunSkipped(string why) => Say([why]);

    public string RunFailed(string problem) => Say([problem]);

    public string SkippedEmpty => Say();

    public string SkippedQuietHours => Say();

    public string SkippedPaused => Say();

    public string SkippedSkipNext => Say();

    public string SkippedTooLate => Say();

    public string SkippedSuperseded => Say();

    public string SkippedParked => Say();

    public string SkippedRemoved => Say();

    public string TryAdd(string command) => Say([command]);

    public string TryList(string command) => Say([command]);

    public string TryPreview(string command) => Say([command]);

    public string TryRunNow(string command) => Say([command]);

    public string TryReopen(string command) => Say([command]);

    public string TryHistory(string command) => Say([command]);

    public string TryResume(string command) => Say([command]);

    public string TryTakeBack(string command) => Say([command]);

    public string ScheduleChannelLacks(string channel, string missing) => Say([channel, missing]);

    public string ScheduleChannelUnchecked(string channel) => Say([channel]);

    public string ScheduleChannelElsewhere(string channel) => Say([channel]);

    public string ParameterScheduleChannel => Say();
}
