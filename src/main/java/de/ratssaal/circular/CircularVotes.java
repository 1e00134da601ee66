package de.ratssaal.circular;

/**
 * How many votes can be cast in writing, where members may have several.
 *
 * @param all votes of all members, a seat that nobody holds with one
 * @param entitled votes of those who can answer
 * @param decideProcedure whether votes agree to the procedure, as where the rules count votes for the quorum; otherwise members do
 */
public record CircularVotes(int all, int entitled, boolean decideProcedure) {

    public CircularVotes {
        if (all < 1 || entitled < 0 || entitled > all) {
            throw new IllegalArgumentException("%d votes of %d".formatted(entitled, all));
        }
    }

    /** One vote of each, as in every council. */
    public static CircularVotes oneEach(int members, int entitled) {
        return new CircularVotes(members, entitled, false);
    }
}
