/** Finding in an OpenSearch that all replicas share. */
@NullMarked
package news.platform.search.opensearch;

import org.jspecify.annotations.NullMarked;
