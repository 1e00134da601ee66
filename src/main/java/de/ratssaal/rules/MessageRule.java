package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Short messages in a meeting. Members can always write to those who conduct it, and those to members.
 *
 * @param amongMembers who may write to whom besides
 * @param keptDays how many days a message is kept; then it is erased
 * @param source where it stands
 */
public record MessageRule(MessagesAmong amongMembers, int keptDays, LegalSource source) {

    public MessageRule {
        if (keptDays < 1) {
            throw new IllegalArgumentException("kept for one day at least: " + keptDays);
        }
    }

    /**
     * Whether a member may write to another.
     *
     * @param one political group of the one; none without
     * @param other of the other
     */
    public boolean allows(@Nullable Object one, @Nullable Object other) {
        return switch (amongMembers) {
            case NOBODY -> false;
            case GROUP ->
                Optional.ofNullable(one).filter(it -> it.equals(other)).isPresent();
            case EVERYBODY -> true;
        };
    }
}
