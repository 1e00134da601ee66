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
 * @param speaking order and time of speeches
 * @param disturbance R16
 * @param arrival how members come to be present
 * @param openVote what goes for open votes by device
 * @param message short messages in a meeting
 * @param support how many have to stand behind a motion
 * @param delegation whether a member may leave their vote to another
 * @param weight whether members have different numbers of votes
 * @param secretVote what goes for secret votes by device
 * @param stream what the public sees of the conference, and what is kept of it
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
        MinutesRule minutes,
        SpeakingRule speaking,
        DisturbanceRule disturbance,
        ArrivalRule arrival,
        OpenVoteRule openVote,
        MessageRule message,
        SupportRule support,
        DelegationRule delegation,
        WeightRule weight,
        SecretVoteRule secretVote,
        StreamRule stream) {

    private static final String THUERKO = "ThürKO";
    private static final String GO_NRW = "GO NRW";
    private static final String BGB = "BGB";

    /** A council gives itself rules of procedure; the law leaves to them what follows. */
    private static final String OWN_RULES = "Geschäftsordnung";

    /** Where the law leaves it to the statutes, the preset holds what is usual. */
    private static final String STATUTES = "Satzung";

    private static final String MAIN_STATUTES = "Hauptsatzung";

    /** Thüringen, the default. */
    public static final RulesOfProcedure THUERINGEN = new RulesOfProcedure(
            Preset.THUERINGEN,
            new InvitationRule(4, 2, new LegalSource(THUERKO, "§ 35")),
            new AnnouncementRule(4, 2, new LegalSource(THUERKO, "§ 35")),
            new UrgentItemRule(Majority.TWO_THIRDS_OF_PRESENT, new LegalSource(THUERKO, "§ 35")),
            new QuorumRule(Fraction.HALF, Fraction.THIRD, true, new LegalSource(THUERKO, "§ 36")),
            new RecusalRule(true, false, new LegalSource(THUERKO, "§ 38")),
            new MajorityRule(Majority.OF_VOTES_CAST, false, new LegalSource(THUERKO, "§ 39")),
            new BallotModeRule(
                    Demand.of(Fraction.QUARTER), Demand.ofMoreThan(Fraction.HALF), new LegalSource(THUERKO, "§ 39")),
            new ElectionRule(
                    Fraction.HALF,
                    false,
                    false,
                    Backing.of(1),
                    null,
                    2,
                    false,
                    true,
                    SeatMethod.HARE_NIEMEYER,
                    new LegalSource(THUERKO, "§ 39, § 27")),
            new PublicityRule(true, true, new LegalSource(THUERKO, "§ 40")),
            new RemoteRule(true, true, true, 60, new LegalSource(THUERKO, "§ 36a")),
            new CircularRule(true, Fraction.THREE_QUARTERS, 0, new LegalSource(THUERKO, "§ 36a")),
            new MinutesRule(true, true, SpeakersNamed.IN_ORDER, new LegalSource(THUERKO, "§ 42")),
            new SpeakingRule(
                    SpeakingOrder.BY_REQUEST,
                    5,
                    2,
                    null,
                    null,
                    GroupTime.EACH,
                    true,
                    30,
                    30,
                    new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
            new DisturbanceRule(null, new LegalSource(THUERKO, "§ 36a")),
            new ArrivalRule(false, new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
            new OpenVoteRule(false, false, new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
            new MessageRule(MessagesAmong.NOBODY, 7, new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
            new SupportRule(
                    alone(new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
                    alone(new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
                    alone(new LegalSource(THUERKO, "§ 35")),
                    new SupportNeeded(
                            Backing.of(Fraction.QUARTER), true, true, new LegalSource(THUERKO, "§ 35 Abs. 4"))),
            new DelegationRule(0, false, new LegalSource(THUERKO, "§ 24 Abs. 1")),
            new WeightRule(false, false, new LegalSource(THUERKO, "§ 39 Abs. 1")),
            new SecretVoteRule(3, null, new LegalSource(OWN_RULES, "(§ 34 ThürKO)")),
            new StreamRule(true, true, false, 180, new LegalSource(MAIN_STATUTES, "(§ 40 ThürKO)")));

    /**
     * Nordrhein-Westfalen. The invitation period is the usual one of seven full days, in urgency three. Committees may
     * meet in hybrid form; councils and digital meetings need the state of emergency of § 47a.
     */
    public static final RulesOfProcedure NORDRHEIN_WESTFALEN = new RulesOfProcedure(
            Preset.NORDRHEIN_WESTFALEN,
            new InvitationRule(7, 4, new LegalSource(GO_NRW, "§ 47 Abs. 2")),
            new AnnouncementRule(3, 1, new LegalSource(GO_NRW, "§ 48 Abs. 1")),
            new UrgentItemRule(Majority.OF_VOTES_CAST, new LegalSource(GO_NRW, "§ 48 Abs. 1")),
            new QuorumRule(Fraction.HALF, null, true, new LegalSource(GO_NRW, "§ 49")),
            new RecusalRule(true, false, new LegalSource(GO_NRW, "§ 31")),
            new MajorityRule(Majority.OF_VOTES_CAST, false, new LegalSource(GO_NRW, "§ 50 Abs. 1")),
            new BallotModeRule(
                    Demand.ofAll(new Fraction(1, 5)),
                    Demand.ofAll(new Fraction(1, 5)),
                    new LegalSource(GO_NRW, "§ 50 Abs. 1")),
            new ElectionRule(
                    Fraction.HALF,
                    true,
                    true,
                    // "wenn ... niemand widerspricht"
                    Backing.of(1),
                    // the deputies of the mayor: "in einem Wahlgang geheim"
                    new LegalSource(GO_NRW, "§ 67 Abs. 2"),
                    2,
                    // "die beiden höchsten Stimmenzahlen": numbers of votes, not two persons
                    true,
                    true,
                    SeatMethod.HARE_NIEMEYER,
                    new LegalSource(GO_NRW, "§ 50 Abs. 2, 3")),
            new PublicityRule(true, true, new LegalSource(GO_NRW, "§ 48 Abs. 2, DigiSiVO")),
            new RemoteRule(true, false, true, 60, new LegalSource(GO_NRW, "§ 58a, § 47a")),
            new CircularRule(false, Fraction.WHOLE, 0, new LegalSource(GO_NRW, "§ 60")),
            new MinutesRule(false, false, SpeakersNamed.IN_ORDER, new LegalSource(GO_NRW, "§ 52")),
            new SpeakingRule(
                    SpeakingOrder.BY_REQUEST,
                    5,
                    2,
                    null,
                    null,
                    GroupTime.EACH,
                    false,
                    30,
                    30,
                    new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
            new DisturbanceRule(null, new LegalSource("DigiSiVO", "§ 10")),
            new ArrivalRule(false, new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
            new OpenVoteRule(false, false, new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
            new MessageRule(MessagesAmong.NOBODY, 7, new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
            new SupportRule(
                    alone(new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
                    alone(new LegalSource(OWN_RULES, "(§ 47 Abs. 2 GO NRW)")),
                    alone(new LegalSource(GO_NRW, "§ 48 Abs. 1")),
                    new SupportNeeded(
                            Backing.of(new Fraction(1, 5)), true, true, new LegalSource(GO_NRW, "§ 48 Abs. 1"))),
            new DelegationRule(0, false, new LegalSource(GO_NRW, "§ 43 Abs. 1")),
            new WeightRule(false, false, new LegalSource(GO_NRW, "§ 50 Abs. 1")),
            new SecretVoteRule(3, null, new LegalSource(OWN_RULES, "(DigiSiVO § 4 Abs. 2)")),
            new StreamRule(true, true, false, 180, new LegalSource(MAIN_STATUTES, "(§ 48 Abs. 2 GO NRW)")));

    /** An association, or a board that no municipal code binds. What the law leaves open is for its statutes to change. */
    public static final RulesOfProcedure ASSOCIATION = new RulesOfProcedure(
            Preset.ASSOCIATION,
            new InvitationRule(14, 7, new LegalSource(STATUTES, "(§ 58 Nr. 4 BGB)")),
            new AnnouncementRule(0, 0, new LegalSource(STATUTES, "")),
            new UrgentItemRule(Majority.TWO_THIRDS_OF_PRESENT, new LegalSource(STATUTES, "(§ 40 BGB)")),
            new QuorumRule(Fraction.NONE, null, true, new LegalSource(BGB, "§ 32 Abs. 1")),
            new RecusalRule(true, false, new LegalSource(BGB, "§ 34")),
            new MajorityRule(Majority.OF_VOTES_CAST, false, new LegalSource(BGB, "§ 32 Abs. 1")),
            new BallotModeRule(
                    Demand.of(Fraction.QUARTER), Demand.of(new Fraction(1, 10)), new LegalSource(STATUTES, "")),
            new ElectionRule(
                    Fraction.HALF,
                    true,
                    true,
                    // as many as may ask for a secret vote
                    Backing.of(new Fraction(1, 10)),
                    null,
                    2,
                    false,
                    true,
                    SeatMethod.SAINTE_LAGUE,
                    new LegalSource(BGB, "§ 32 Abs. 1")),
            new PublicityRule(false, false, new LegalSource(STATUTES, "")),
            new RemoteRule(true, true, true, 60, new LegalSource(BGB, "§ 32 Abs. 2")),
            new CircularRule(true, Fraction.WHOLE, 0, new LegalSource(BGB, "§ 32 Abs. 3")),
            new MinutesRule(false, true, SpeakersNamed.IN_ORDER, new LegalSource(STATUTES, "(§ 58 Nr. 4 BGB)")),
            new SpeakingRule(
                    SpeakingOrder.BY_REQUEST,
                    null,
                    null,
                    null,
                    null,
                    GroupTime.EACH,
                    true,
                    30,
                    30,
                    new LegalSource(STATUTES, "")),
            new DisturbanceRule(null, new LegalSource(STATUTES, "(§ 32 Abs. 2 BGB)")),
            new ArrivalRule(false, new LegalSource(STATUTES, "")),
            // a vote is a declaration: once it has arrived it is not taken back
            new OpenVoteRule(false, false, new LegalSource(STATUTES, "(§ 130 Abs. 1 BGB)")),
            new MessageRule(MessagesAmong.NOBODY, 7, new LegalSource(STATUTES, "")),
            new SupportRule(
                    alone(new LegalSource(STATUTES, "")),
                    alone(new LegalSource(STATUTES, "")),
                    alone(new LegalSource(STATUTES, "(§ 40 BGB)")),
                    alone(new LegalSource(STATUTES, ""))),
            // the law lets nobody exercise a member's rights for them, but lets the statutes say otherwise
            new DelegationRule(2, false, new LegalSource(STATUTES, "(§ 38 Satz 2, § 40 BGB)")),
            // several votes are a special right, which only the statutes give
            new WeightRule(true, false, new LegalSource(STATUTES, "(§ 35 BGB)")),
            new SecretVoteRule(3, null, new LegalSource(STATUTES, "")),
            new StreamRule(false, true, false, 180, new LegalSource(STATUTES, "")));

    /** Each member moves it alone; a group would do where a number is entered later. */
    private static SupportNeeded alone(LegalSource source) {
        return new SupportNeeded(Backing.NONE, true, true, source);
    }

    public static RulesOfProcedure of(Preset preset) {
        return switch (preset) {
            case THUERINGEN -> THUERINGEN;
            case NORDRHEIN_WESTFALEN -> NORDRHEIN_WESTFALEN;
            case ASSOCIATION -> ASSOCIATION;
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
