package de.ratssaal.paper;

/**
 * A wording that somebody wrote at a place where somebody else wrote another at the same time. It stands beside the other
 * until one of the authors decides.
 *
 * @param id its own text stands at the place {@code rival/<id>}
 * @param place where it would stand
 * @param by name of whoever wrote it
 */
public record Rival(String id, String place, String by) {

    /** Where its text stands. */
    public String textPlace() {
        return Places.rival(id);
    }
}
