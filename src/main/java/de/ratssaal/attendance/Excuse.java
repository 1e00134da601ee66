package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;

/** Why a member is absent (R18). */
public record Excuse(PersonId person, String reason) {}
