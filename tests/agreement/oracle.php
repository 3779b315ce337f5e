<?php
/**
 * Settings of a wiki that is asked what MediaWiki makes of an article; read at the end of its LocalSettings.php.
 *
 * Extension tags that Wikipedia has and this wiki lacks leave an empty marker, so that their content is not
 * read as wikitext. What a template shows that the wiki does not have, the request's `templates` says:
 *   blank  nothing, so that no fact depends on a template
 *   args   the values of its arguments, in order; lists of references and {{efn}} as on Wikipedia
 *   red    a link to the missing template, as MediaWiki does by itself (the default)
 */
use MediaWiki\MediaWikiServices;
use MediaWiki\Revision\MutableRevisionRecord;
use MediaWiki\Revision\SlotRecord;

$oracleTemplates = $_REQUEST['templates'] ?? 'red';

$wgHooks['ParserFirstCallInit'][] = static function ( Parser $parser ) {
	$lacking = [ 'math', 'ce', 'chem', 'timeline', 'score', 'hiero', 'mapframe', 'maplink', 'graph',
		'templatestyles', 'section', 'categorytree', 'inputbox' ];
	foreach ( $lacking as $tag ) {
		$parser->setHook( $tag, static fn () => "<span class=\"rig-tag rig-tag-$tag\"></span>" );
	}
	$parser->setFunctionHook( 'echoarguments', static function ( $parser, $frame ) {
		return [ implode( ' ', $frame->getArguments() ), 'noparse' => false ];
	}, Parser::SFH_OBJECT_ARGS );
};
$wgExtensionFunctions[] = static function () {
	$language = MediaWikiServices::getInstance()->getContentLanguage();
	$language->mMagicExtensions['echoarguments'] = [ 0, 'echoarguments' ];
};

if ( $oracleTemplates !== 'red' ) {
	$wgHooks['BeforeParserFetchTemplateRevisionRecord'][] =
		static function ( $context, $title, &$skip, &$revision ) use ( $oracleTemplates ) {
			$title = Title::castFromLinkTarget( $title );
			$list = '{{#tag:references|{{{refs|}}}|group={{{group|';
			$note = '{{#tag:ref|{{{1|}}}|group={{{group|lower-alpha}}}';
			$known = [
				'Reflist' => $list . '}}}}}', 'References' => $list . '}}}}}', 'Refs' => $list . '}}}}}',
				'Notelist' => $list . 'lower-alpha}}}}}',
				'Efn' => '{{#if:{{{name|}}}|' . $note . '|name={{{name|}}}}}|' . $note . '}}}}',
			];
			$text = $oracleTemplates === 'args' ? $known[$title->getText()] ?? '{{#echoarguments:}}' : '';
			$revision = new MutableRevisionRecord( $title );
			$revision->setContent( SlotRecord::MAIN, new WikitextContent( $text ) );
		};
}
