package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * By which rules an organization meets. Everything that differs between Länder and charters is a value here.
 *
 * @param preset what the values were taken from before an administrator changed any
 * @param invitation R1
 * @param announcement R2
 * @param urgentItem R3
 * @param quorum R4 to R6
 * @param recusal R7
 * @param majority R8
 * @param ballotMode R9
 * @param election R10
 * @param publicity R11, R17
 * @param remote R12
 * @param circular R13
 * @param minutes R18
 */
public record RulesOfProcedure(
        Preset preset,
        InvitationRule invitation,
        AnnouncementRule announcement,
        UrgentItemRule urgentItem,
        QuorumRule quorum,
        RecusalRule recusal,
        MajorityRule majority,
        BallotModeRule ballotMode,
        ElectionRule election,
        PublicityRule publicity,
        RemoteRule remote,
        CircularRule circular,
        MinutesRule minutes) {

    private static final String THUERKO = "ThürKO";

    /** Thüringen, the default. */
    public static final RulesOfProcedure THUERINGEN = new RulesOfProcedure(
            Preset.THUERINGEN,
            new InvitationRule(4, 2, new LegalSource(THUERKO, "§ 35")),
            new AnnouncementRule(4, 2, new LegalSource(THUERKO, "§ 35")),
            new UrgentItemRule(Fraction.TWO_THIRDS, new LegalSource(THUERKO, "§ 35")),
            new QuorumRule(Fraction.HALF, Fraction.THIRD, true, new LegalSource(THUERKO, "§ 36")),
            new RecusalRule(true, false, new LegalSource(THUERKO, "§ 38")),
            new MajorityRule(Majority.OF_VOTES_CAST, false, new LegalSource(THUERKO, "§ 39")),
            new BallotModeRule(Fraction.QUARTER, Fraction.HALF, false, new LegalSource(THUERKO, "§ 39")),
            new ElectionRule(Fraction.HALF, 2, true, new LegalSource(THUERKO, "§ 39")),
            new PublicityRule(true, true, new LegalSource(THUERKO, "§ 40")),
            new RemoteRule(true, true, new LegalSource(THUERKO, "§ 36a")),
            new CircularRule(Fraction.THREE_QUARTERS, new LegalSource(THUERKO, "§ 36a")),
            new MinutesRule(true, true, new LegalSource(THUERKO, "§ 42")));

    public static RulesOfProcedure of(Preset preset) {
        return switch (preset) {
            case THUERINGEN -> THUERINGEN;
        };
    }

    /**
     * @param changes what {@link #changes} wrote
     * @throws IllegalArgumentException if it is anything else
     */
    public static RulesOfProcedure of(Preset preset, String changes) {
        return RulesJson.read(preset, changes);
    }

    /** The rules that differ from the preset, as JSON. */
    public String changes() {
        return RulesJson.changes(this);
    }
}
