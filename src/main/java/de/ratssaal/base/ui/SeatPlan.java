package de.ratssaal.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.shared.Registration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The chamber from above: members in a half circle in the order of their seats, those who preside in front of them. A
 * seat shows the colour of the political group as a ring and the state by colour and sign; the same is there as a list.
 */
@Tag("rs-seat-plan")
public class SeatPlan extends Component implements HasStyle {

    /** What a seat shows. */
    public enum SeatState {
        ABSENT('a'),
        PRESENT('p'),
        RECUSED('r'),
        /** Has voted; how is not shown, or not yet. */
        VOTED('v'),
        YES('y'),
        NO('n'),
        ABSTAIN('s');

        private final char letter;

        SeatState(char letter) {
            this.letter = letter;
        }
    }

    /**
     * @param key tells seats apart and comes back with a click; usually the person's identifier
     * @param place place in the half circle, counted from 1 on the left; 0 for those who preside
     * @param name of the person
     * @param group short name of the political group; none for somebody without
     * @param color colour of the group as {@code #rrggbb}
     * @param remote whether the person takes part from elsewhere
     * @param self whether it is the reader's own seat
     */
    public record Seat(
            String key,
            int place,
            String name,
            @Nullable String group,
            @Nullable String color,
            SeatState state,
            boolean remote,
            boolean self) {

        private char letter() {
            return remote ? Character.toUpperCase(state.letter) : state.letter;
        }
    }

    /** Who sits where. That is the same for all who look and hardly ever changes: it is written down once for all of them. */
    private record Seating(List<Place> places, String written) {

        private static final AtomicReference<Seating> LAST = new AtomicReference<>(new Seating(List.of(), "[]"));

        private record Place(
                String key,
                int place,
                String name,
                @Nullable String group,
                @Nullable String color) {}

        static Seating of(List<Seat> seats) {
            var places = seats.stream()
                    .map(it -> new Place(it.key, it.place, it.name, it.group, it.color))
                    .toList();
            var last = LAST.get();
            if (last.places.equals(places)) {
                return last;
            }
            var seating = new Seating(places, JacksonUtils.getMapper().writeValueAsString(places));
            LAST.set(seating);
            return seating;
        }
    }

    /** Somebody pointed at a seat, by mouse, finger or keyboard. */
    @DomEvent("seat-click")
    public static class SeatClickEvent extends ComponentEvent<SeatPlan> {

        private static final long serialVersionUID = 1;

        private final String key;

        public SeatClickEvent(SeatPlan source, boolean fromClient, @EventData("event.detail.key") String key) {
            super(source, fromClient);
            this.key = key;
        }

        /** The seat's key. */
        public String key() {
            return key;
        }
    }

    /** @param label what is seen, such as "Council, attendance" */
    public SeatPlan(String label, List<Seat> seats) {
        getElement().setProperty("label", label);
        show(seats);
    }

    /** What did not change is not sent again: mostly there are only letters, one for each seat. */
    public final void show(List<Seat> seats) {
        var states = new StringBuilder();
        seats.forEach(it -> states.append(it.letter()));
        getElement().setProperty("seating", Seating.of(seats).written());
        getElement().setProperty("states", states.toString());
        getElement()
                .setProperty(
                        "self",
                        seats.stream()
                                .filter(Seat::self)
                                .map(Seat::key)
                                .findFirst()
                                .orElse(""));
    }

    /** Makes every seat a button. */
    public Registration addSeatClickListener(ComponentEventListener<SeatClickEvent> listener) {
        getElement().setProperty("selectable", true);
        return addListener(SeatClickEvent.class, listener);
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement()
                .setPropertyMap(
                        "texts",
                        Arrays.stream(SeatState.values())
                                .collect(Collectors.toMap(Enum::name, it -> getTranslation("base.seat." + it))));
        getElement().setProperty("listLabel", getTranslation("base.seat.as-list"));
        getElement().setProperty("remoteLabel", getTranslation("base.seat.remote"));
        getElement().setProperty("selfLabel", getTranslation("base.seat.self"));
    }
}
