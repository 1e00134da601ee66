package de.ratssaal.rules;

/**
 * How many members have to support what is moved, each kind of motion by its own paragraph. A roll call and a secret vote have a
 * {@linkplain BallotModeRule rule of their own}.
 *
 * @param procedure a motion on the procedure, before it is put to the vote
 * @param amendment an amendment to a paper, before it is put to the vote
 * @param urgency that an item is urgent of which the invited were not told in time (R3)
 * @param paper a motion that members bring in as a paper, before it is put on the agenda
 */
public record SupportRule(
        SupportNeeded procedure, SupportNeeded amendment, SupportNeeded urgency, SupportNeeded paper) {}
