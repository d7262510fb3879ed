package io.ledgerline.deploy.pages;

import java.util.List;

/**
 * The keys of one {@code @ConfigMapping} interface.
 *
 * @param module folder of the module it belongs to
 * @param prefix what all its keys start with
 * @param meaning from the Javadoc of the interface
 * @param keys in the order of the source
 */
record ConfigGroup(String module, String prefix, String meaning, List<ConfigKey> keys) {}
