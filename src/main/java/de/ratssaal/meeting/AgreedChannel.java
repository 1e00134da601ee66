package de.ratssaal.meeting;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The way on which a person is invited.
 *
 * @param agreedOn when the person agreed to it; none if they are invited as their body does by default
 * @param agreedBy how the secretariat knows, such as {@code letter of 3 May}; none if they chose it themselves
 * @param postalAddress where paper goes, in lines; may be empty
 */
public record AgreedChannel(
        Channel channel,
        @Nullable LocalDate agreedOn,
        @Nullable String agreedBy,
        String postalAddress) {

    public boolean isDefault() {
        return agreedOn == null;
    }

    /** Whether paper would have nowhere to go. */
    public boolean lacksAddress() {
        return channel == Channel.PRINT && postalAddress.isBlank();
    }
}
