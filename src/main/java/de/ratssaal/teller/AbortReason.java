package de.ratssaal.teller;

import java.util.Optional;
import java.util.regex.Pattern;

/** Why a ceremony was broken off: in somebody's words, or as the application found it. */
public record AbortReason(String text) {

    public static final int LONGEST = 200;

    /** The tellers were replaced meanwhile. */
    static final AbortReason REPLACED = new AbortReason("replaced 0");

    private static final String REPLACED_STEP = "replaced";

    private static final Pattern FOUND = Pattern.compile(
            "(announced|compared|certificate|channel|commitments|share|key|trustees|ceremony|replaced) (\\d)");

    /**
     * What could not be right, in whose message.
     *
     * @param index number of the teller who sent it; 0 if it was the server, or nobody
     */
    public record Fault(String step, int index) {

        /** Key of the sentence about it, in which the teller's number stands. */
        public String key() {
            return step.equals(REPLACED_STEP) ? "teller.aborted.replaced" : "ballot.teller.fault." + step;
        }
    }

    /** None if somebody gave the reason in their own words. */
    public Optional<Fault> fault() {
        var matcher = FOUND.matcher(text);
        return matcher.matches()
                ? Optional.of(new Fault(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }
}
