import fc from 'fast-check';
import { plainWords } from '../../src/teams/plain-words.ts';

describe('the words of a Teams message', () => {
  test.each<[string, string, string]>([
    ['as Teams wraps them', '<div><div><at id="0">Tom Ashdown</at> - Hi</div>\n</div>', 'Tom Ashdown - Hi'],
    ['paragraphs', '<p>You are useless.</p><p>Everybody says so.</p>', 'You are useless.\n\nEverybody says so.'],
    ['lines', 'one<br>two<br/>three', 'one\ntwo\nthree'],
    ['entities', 'R&amp;D &lt;3 &quot;nice&quot; &#39;try&#39; &#x1F600; &nbsp;me', 'R&D <3 "nice" \'try\' 😀 me'],
    ['an entity that is text, once', '&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['an entity that is none', 'AT&T &unknownthing; &#0; &#xD800;', 'AT&T &unknownthing; &#0; &#xD800;'],
    ['an emoji', 'well done <emoji id="laugh" alt="😂" title="Laugh"></emoji>!', 'well done 😂!'],
    ['an emoji as a picture', '<img itemtype="http://schema.skype.com/Emoji" alt="🙃">ok', '🙃ok'],
    [
      'a link that says where it goes',
      '<a href="https://example.org/a">https://example.org/a</a>',
      'https://example.org/a',
    ],
    [
      'a link that says something else',
      '<a href="https://example.org/a">look</a> here',
      'look (https://example.org/a) here',
    ],
    ['a list', '<ul><li>lazy</li><li>stupid</li></ul>', 'lazy\n\nstupid'],
    ['bold and strange tags', '<b>very</b> <my-tag data-x="1">odd</my-tag>', 'very odd'],
    ['a script', 'before<script>alert("x < y")</script>after', 'beforeafter'],
    ['a comment', 'a<!-- <p>hidden</p> -->b', 'ab'],
    ['a comment that never ends', 'a<!-- hidden', 'a'],
    ['a tag that never ends', 'I <3 you <b and you', 'I <3 you <b and you'],
    ['a quotation', '<blockquote>Asha wrote: hello</blockquote>no you', 'Asha wrote: hello\nno you'],
    ['nothing', '<div></div>', ''],
  ])('%s', (_name, html, words) => expect(plainWords(html).words).toBe(words));

  test('pictures are counted, and emoji are not', () => {
    expect(
      plainWords('<img src="https://example.org/1.png"> see <img itemtype="…/Emoji" alt="🙂"><img alt="x">'),
    ).toEqual({
      words: 'see 🙂',
      pictures: 2,
    });
  });

  test('whatever is sent, plain text comes through as it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('you', 'are', 'a', 'fool,', '**no**', '[x](y)', '10%', '£5', "don't")),
        (words) => {
          expect(plainWords(`<p>${words.join(' ')}</p>`).words).toBe(words.join(' '));
        },
      ),
    );
  });

  test('no input leaves a whole tag behind or throws', () => {
    const pieces = fc.constantFrom(
      '<',
      '>',
      '<p',
      '<p>',
      '</p>',
      '<!--',
      '-->',
      '"',
      '&lt;',
      '<a href="',
      'x',
      '<script>',
      '</script>',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        expect(plainWords(parts.join('')).words).not.toMatch(/<\/?(?:p|script)>/);
      }),
    );
  });
});
