package de.ratssaal.conflict;

import de.ratssaal.meeting.AgendaItemId;

/**
 * A paper or an attachment of an item names something that is near to the member who asks.
 *
 * @param number of the item as printed
 * @param document its title or name
 * @param page counted from 1; 0 where there are no pages
 * @param excerpt the words around it
 */
public record PossibleConflict(
        AgendaItemId item, String number, String title, Interest interest, String document, int page, String excerpt) {

    @Override
    public String toString() {
        return "possible conflict on item " + item;
    }
}
