package de.ratssaal.document;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is let in, as settings {@code ratssaal.document.…}.
 *
 * @param maxSize largest file
 * @param examinationTime how long the examination of one PDF may take
 * @param examinationMemory how much memory it may take
 * @param examinations how many PDFs are examined at the same time
 * @param maxText how many characters of a file's text are kept for searching
 */
@ConfigurationProperties("ratssaal.document")
record DocumentSettings(
        @DefaultValue("50MB") DataSize maxSize,
        @DefaultValue("30s") Duration examinationTime,
        @DefaultValue("256MB") DataSize examinationMemory,
        @DefaultValue("2") int examinations,
        @DefaultValue("1000000") int maxText) {}
