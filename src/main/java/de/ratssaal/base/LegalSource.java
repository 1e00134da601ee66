package de.ratssaal.base;

/**
 * Where a rule stands.
 *
 * @param statute short name of the law, charter or rules of procedure, such as {@code ThürKO}
 * @param section section within it, such as {@code § 36}
 */
public record LegalSource(String statute, String section) {

    @Override
    public String toString() {
        return section.isEmpty() ? statute : statute + " " + section;
    }
}
