package de.ratssaal.paper;

/**
 * The result of a vote, as a text says it.
 *
 * @param yes votes for the proposal
 * @param no votes against it
 * @param abstentions members who voted neither way
 * @param recused members excluded from the item
 */
public record StatedVote(int yes, int no, int abstentions, int recused) {

    public StatedVote {
        if (yes < 0 || no < 0 || abstentions < 0 || recused < 0) {
            throw new IllegalArgumentException(
                    "%d yes, %d no, %d abstentions, %d recused".formatted(yes, no, abstentions, recused));
        }
    }
}
