// Run only by browsers that know no modules: plain words instead of an empty page.
document.getElementById('root').innerHTML =
  '<p style="padding:24px;font-size:18px;line-height:1.8">当前浏览器版本过低，无法显示此页面。可用：Chrome、Edge 86 以上，360、奇安信浏览器的极速模式，Firefox 78 以上，Safari 14 以上。<br>This browser is too old for this page. These work: Chrome or Edge 86, Firefox 78, Safari 14 and later.</p>';
