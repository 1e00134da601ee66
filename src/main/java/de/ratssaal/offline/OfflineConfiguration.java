package de.ratssaal.offline;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Makes the settings of this module known. */
@Configuration
@EnableConfigurationProperties(OfflineSettings.class)
class OfflineConfiguration {}
